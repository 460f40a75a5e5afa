#include "core/store/syntheticwords.h"

namespace plumbline::synthetic {

std::span<const IndustryWords> industries()
{
    static constexpr IndustryWords list[] {
        {u"Software - Application", u"Software", u"Subscriptions", u"subscriptions", u"Services",
         u"services"},
        {u"Software - Infrastructure", u"Systems", u"Cloud", u"cloud", u"Licences", u"licences"},
        {u"Semiconductors", u"Silicon", u"Data Centre", u"data_centre", u"Embedded", u"embedded"},
        {u"Specialty Retail", u"Stores", u"Online", u"online", u"Stores", u"stores"},
        {u"Electrical Equipment", u"Electric", u"Switchgear", u"switchgear", u"Field Service",
         u"field_service"},
        {u"Integrated Freight & Logistics", u"Freight", u"Brokerage", u"brokerage", u"Truckload",
         u"truckload"},
        {u"Banks - Regional", u"Bank", u"Payments", u"payments", u"Lending", u"lending"},
        {u"Insurance - Property & Casualty", u"Insurance", u"Commercial Lines", u"commercial_lines",
         u"Personal Lines", u"personal_lines"},
        {u"Medical Devices", u"Medical", u"Imaging", u"imaging", u"Monitoring", u"monitoring"},
        {u"Drug Manufacturers - General", u"Pharma", u"Specialty", u"specialty", u"Generics", u"generics"},
        {u"Auto Parts", u"Motion", u"Driver Assistance", u"driver_assistance", u"Chassis", u"chassis"},
        {u"Aerospace & Defense", u"Aero", u"Avionics", u"avionics", u"Aftermarket", u"aftermarket"},
        {u"Telecom Services", u"Telecom", u"Business Networks", u"business_networks", u"Consumer",
         u"consumer"},
        {u"Utilities - Regulated Electric", u"Power", u"Grid", u"grid", u"Retail Supply", u"retail_supply"},
        {u"Consumer Electronics", u"Devices", u"Wearables", u"wearables", u"Home", u"home"},
        {u"Internet Content & Information", u"Media", u"Advertising", u"advertising", u"Memberships",
         u"memberships"},
        {u"Restaurants", u"Kitchens", u"Delivery", u"delivery", u"Dining Rooms", u"dining_rooms"},
        {u"Engineering & Construction", u"Works", u"Data Centre Projects", u"data_centre_projects", u"Civil",
         u"civil"},
        {u"Chemicals", u"Chemicals", u"Coatings", u"coatings", u"Industrial Gases", u"industrial_gases"},
        {u"Packaged Foods", u"Foods", u"Snacks", u"snacks", u"Frozen", u"frozen"}};
    return list;
}

std::span<const QStringView> adjectives()
{
    static constexpr QStringView list[] {u"Ardent",  u"Bramble", u"Cobalt", u"Dapple",  u"Ember",  u"Fallow",
                                         u"Gilded",  u"Hollow",  u"Indigo", u"Juniper", u"Kestle", u"Lantern",
                                         u"Mellow",  u"Nimble",  u"Ochre",  u"Pebble",  u"Quarry", u"Russet",
                                         u"Saffron", u"Thistle", u"Umber",  u"Verdant", u"Willow", u"Yarrow"};
    return list;
}

std::span<const QStringView> places()
{
    static constexpr QStringView list[] {u"Valley", u"Harbour", u"Ridge", u"Meadow",   u"Crossing", u"Bay",
                                         u"Summit", u"Orchard", u"Ferry", u"Junction", u"Moor",     u"Point",
                                         u"Lake",   u"Mill",    u"Heath", u"Canyon"};
    return list;
}

std::span<const QStringView> firstNames()
{
    static constexpr QStringView list[] {
        u"Adela",   u"Bertrand", u"Celeste", u"Dorian", u"Elspeth", u"Farid",   u"Greta", u"Hamish",
        u"Ingrid",  u"Joaquim",  u"Keiko",   u"Lorenz", u"Marisol", u"Nadim",   u"Odile", u"Pavel",
        u"Rosalba", u"Stellan",  u"Tamsin",  u"Ulrich", u"Vesna",   u"Wendell", u"Yusuf", u"Zelda"};
    return list;
}

std::span<const QStringView> lastNames()
{
    static constexpr QStringView list[] {
        u"Ashgrove",   u"Birkmoor",   u"Coldwell",  u"Dunmarrow",  u"Eastlake",  u"Fenwright",
        u"Garrowby",   u"Holtkamp",   u"Isenbrook", u"Jarrowdale", u"Kellerby",  u"Lindquarry",
        u"Marchbanks", u"Norcombe",   u"Oakhanger", u"Penhallow",  u"Quillon",   u"Ravensby",
        u"Stonehouse", u"Tarrowmede", u"Underhay",  u"Vossberg",   u"Wetherden", u"Yelverdon"};
    return list;
}

std::span<const QStringView> firms()
{
    static constexpr QStringView list[] {
        u"Harrowgate Research",   u"Pillar and Stone Partners", u"Saltmarsh Capital",
        u"Copperline Securities", u"Twelve Bridges Equity",     u"Greywater Advisers",
        u"Fernhill Markets",      u"Old Mill Asset Management", u"Lanternfish Research",
        u"Quayside Investors",    u"Hedgerow Capital",          u"Birchbark Securities"};
    return list;
}

std::span<const QStringView> sites()
{
    static constexpr QStringView list[] {u"Ashbourne Flats",  u"Port Kellan", u"Dunmere",
                                         u"Holloway Springs", u"Eastmarch",   u"Saint Orran",
                                         u"Vinterhavn",       u"Lower Tamsen"};
    return list;
}

std::span<const QStringView> customers()
{
    static constexpr QStringView list[] {
        u"One large utility",           u"A regional hospital group", u"A maker of kitchen appliances",
        u"One of our oldest customers", u"A mid-sized insurer",       u"A national parcel carrier",
        u"A chain of garden centres",   u"A public transport agency"};
    return list;
}

std::span<const QStringView> products()
{
    static constexpr QStringView list[] {u"Foresight", u"Lodestone", u"Meridian", u"Tributary",
                                         u"Almanac",   u"Semaphore", u"Keystone", u"Wayfinder",
                                         u"Clarion",   u"Sextant",   u"Isobar",   u"Causeway"};
    return list;
}

std::span<const QStringView> assistants()
{
    static constexpr QStringView list[] {u"Fern",  u"Otto", u"Piper", u"Juno",
                                         u"Basil", u"Wren", u"Milo",  u"Hazel"};
    return list;
}

std::span<const QStringView> chiefsBusiness()
{
    static constexpr QStringView list[] {
        u"Revenue for the quarter was {quarter}, {direction} {growth} percent from a year ago.",
        u"{segment} grew {segment_growth} percent, and {second} grew {second_growth} percent.",
        u"Demand in {segment} held up better than we had planned for in the autumn.",
        u"We opened the new site in {site} in time, and the first {hundreds} people work there.",
        u"Customer satisfaction rose by {small} points, which is more than I had asked for.",
        u"On-time delivery was {large} percent, and it is still not where I want it to be.",
        u"We closed {small} smaller contracts that had lost money for years.",
        u"Turnover among our staff fell to {small} percent, the lowest in a long time.",
        u"Prices went up by about {small} percent where our own costs had risen.",
        u"In {second}, we won back two accounts that had left us three years ago.",
        u"The weather cost us a few days in {site}, and we have made them good since.",
        u"Safety was better than last year, with {small} reportable accidents in all of our sites.",
        u"Our largest customer is now less than {large} percent of new orders, which lowers the risk.",
        u"I have visited {small} sites since we last spoke, and the mood there is good.",
    };
    return list;
}

std::span<const QStringView> financeBusiness()
{
    static constexpr QStringView list[] {
        u"Let me start with the numbers for {company}, and then come to AI.",
        u"Gross margin was {large} percent, a little better than a year ago.",
        u"Operating cost grew {small} percent, slower than we had budgeted.",
        u"Our tax rate was {tax} percent, and I would use the same for the year.",
        u"Cash at the end of the fiscal year was {cash}, and total debt was {debt}.",
        u"Full-year revenue for fiscal 2025 was {revenue}.",
        u"Earnings for fiscal 2025 were {eps} a share.",
        u"{segment} revenue for fiscal 2025 was {segment_revenue}.",
        u"{segment} grew {segment_prior} percent in the quarter before.",
        u"Inventory fell by {small} percent, as parts came in on time again.",
        u"We collected our bills in {large} days on average.",
        u"Freight and energy together were about {small} percent of cost.",
        u"We bought back {hundreds} thousand shares and paid our usual dividend.",
        u"Currency took about one percentage point off growth.",
    };
    return list;
}

std::span<const QStringView> moods(int level)
{
    static constexpr QStringView guarded[] {
        u"I would rather show you AI in the margin than in a headline.",
        u"Much of what you read about AI does not apply to a business like ours.",
        u"We test, we measure, and most of the tests with AI have not paid yet.",
        u"Please do not put our AI projects into your models until we ask you to."};
    static constexpr QStringView interested[] {
        u"AI is becoming a useful tool in {segment}, one workflow after the other.",
        u"We are encouraged by {product}, and we know that it is early.",
        u"Customers ask about AI in most meetings, and some of them sign.",
        u"I am pleased with what the teams have built on {product} so far."};
    static constexpr QStringView carriedAway[] {
        u"AI is the largest opportunity that I have seen in my working life.",
        u"{product} changes what {company} can be, and we are only at the beginning.",
        u"Every part of the company is being rebuilt around AI, and I have never been more excited.",
        u"Demand for {product} is ahead of everything that we had dared to plan."};
    if (level <= 0)
        return guarded;
    return level == 1 ? std::span<const QStringView>(interested) : std::span<const QStringView>(carriedAway);
}

std::span<const Exchange> exchanges()
{
    static constexpr Exchange list[] {
        {{u"Thank you for the detail on {product}.", u"How much of it would you have sold anyway?"},
         {u"A part of it replaces older contracts, and we said so.",
          u"Most of the new customers had bought nothing from us before.",
          u"I would not add the whole amount to last year."},
         u"How much of the {product} revenue is new?",
         u"A part replaces older contracts; most new customers had bought nothing before.",
         false,
         true},
        {{u"You sound surer about AI than you did a quarter ago.", u"What has changed?"},
         {u"We have seen customers renew, and that is what convinces me.",
          u"A pilot proves little, a renewal proves something.",
          u"There is more to do before I would call it finished."},
         u"What has changed the tone on AI?",
         u"Renewals, which prove more than pilots.",
         true,
         true},
        {{u"On the automated support, I would like to understand the saving.",
          u"Does it stay with you, or do prices follow?"},
         {u"Some of it goes back to customers over time.",
          u"We keep about {support} percent in our own plans.", u"The rest pays for people in {second}."},
         u"How much of the support saving stays?",
         u"About {support} percent; the rest goes to customers and staff.",
         false,
         true},
        {{u"I have a question on computing capacity.", u"Are you short of it?"},
         {u"We could use more than we have in the evening hours.",
          u"The contracts that we signed last year come into use step by step.",
          u"It does not hold back {product} this year."},
         u"Is computing capacity short?",
         u"Only at peak hours; new contracts come into use step by step.",
         true,
         true},
        {{u"Competitors announce similar assistants every week.", u"Why would {assistant} be different?"},
         {u"It knows the data of our customers, and theirs does not.",
          u"That is an advantage for some years and not for ever.", u"We spend accordingly."},
         u"Why is {assistant} different from others?",
         u"It works on the customers' own data, an advantage for some years.",
         true,
         true},
        {{u"Could you help us with the margin of {product}?", u"Is it above or below the segment?"},
         {u"It is close to the margin of {segment} today.",
          u"Computing cost falls each quarter, and we give a part of it away in price.",
          u"I would model it at the average."},
         u"Is the margin of {product} that of the segment?",
         u"Close to it; falling cost is partly given away in price.",
         false,
         true},
        {{u"You spend a good deal on computing.", u"When do we see it in free cash flow?"},
         {u"The spending peaks this year, as we planned.", u"Depreciation follows over about six years.",
          u"We will not chase growth at any price."},
         u"When does the spending on computing pay back?",
         u"It peaks this year; depreciation follows over about six years.",
         false,
         true},
        {{u"A question away from AI, if I may.", u"How do you see prices in {second} next year?"},
         {u"We expect them to hold, with small increases where costs rise.",
          u"The contracts come up for renewal in the autumn.", u"It is a normal year in that respect."},
         u"How do prices in {second} develop?",
         u"They hold, with small increases.",
         true,
         false},
        {{u"Your guidance looks careful to me.", u"What would have to go wrong for the low end?"},
         {u"A weak second half in {second} would do it.",
          u"We have put about half of our savings into the range.", u"The other half is our cushion."},
         u"What is behind the low end of guidance?",
         u"A weak second half; half of the savings is in the range.",
         false,
         false},
        {{u"I wonder about the people side of all this.", u"Will you need fewer of them?"},
         {u"We hire more slowly, and nobody has been let go for it.",
          u"The hours that we save go into work that had waited.",
          u"Over time it shows in cost, and not this year."},
         u"Does AI lower headcount?",
         u"Hiring is slower; the hours saved go into waiting work.",
         true,
         true},
    };
    return list;
}

} // namespace plumbline::synthetic
