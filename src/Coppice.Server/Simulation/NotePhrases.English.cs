namespace Coppice.Server.Simulation;

internal sealed partial class NotePhrases
{
    private static NotePhrases English => new()
    {
        Language = "en",
        EuroRate = 0.9,
        Amount = "£{0}",
        Categories = ["scarves", "bags", "shoes", "fragrances", "jewellery", "watches"],
        Idle =
        [
            "[Just browsing] the {0}, nothing planned.",
            "[No need at the moment], may look at {0} another time.",
            "Only curious about our {0}, [in no hurry].",
        ],
        Interested =
        [
            "[Undecided] between two models of {0}, wants to think it over.",
            "Interested in {0}, [asked for more details].",
            "[Comparing] our {0} with another shop.",
        ],
        Keen =
        [
            "[Ready to buy], asked us to put one of the {0} aside.",
            "[Wants to decide] on {0} this week.",
            "Has chosen from the {0}, [only waiting for stock].",
        ],
        Bought =
        [
            "[Bought] from the {0}, very happy.",
            "[Paid on the spot], delighted with the {0}.",
        ],
        Budgets = ["[Budget] around {0}.", "[Does not want to spend more] than {0}.", "Has about {0} [in mind]."],
        Regulars = ["[Loyal customer], knows the whole team.", "Has been [coming regularly] for years."],
        Bargains = ["Is [waiting for the sale].", "Asked for a [discount] or a voucher code.", "Finds the [prices too high]."],
        Gifts = ["It is a [birthday present].", "Looking for a [gift for] her mother, gift wrapped."],
        Luxury = ["Wants an [exceptional] piece.", "Asked for a [private appointment], likes limited editions."],
        Novelty = ["Wants to hear about [new arrivals].", "Saw the [new collection] on Instagram."],
    };
}
