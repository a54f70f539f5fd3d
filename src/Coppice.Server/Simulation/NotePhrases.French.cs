namespace Coppice.Server.Simulation;

internal sealed partial class NotePhrases
{
    private static NotePhrases French => new()
    {
        Language = "fr",
        Amount = "{0} €",
        Categories = ["foulards", "sacs", "chaussures", "parfums", "bijoux", "montres"],
        Idle =
        [
            "Passe [juste pour regarder] les {0}, sans projet d'achat.",
            "[Aucun besoin] pour le moment, reviendra peut-être voir les {0}.",
            "Simple curiosité pour les {0}, [pas pressé].",
        ],
        Interested =
        [
            "[Hésite] entre deux modèles de {0}, veut y réfléchir.",
            "S'intéresse aux {0} et [demande plus de détails].",
            "[Compare] nos {0} avec une autre boutique.",
        ],
        Keen =
        [
            "[Prêt à acheter], demande de mettre de côté un modèle de {0}.",
            "[Veut se décider] cette semaine pour les {0}.",
            "A choisi parmi les {0}, [attend seulement] la confirmation du stock.",
        ],
        Bought =
        [
            "[Achat conclu] au rayon {0}, très satisfait.",
            "[A payé sur place], ravi du choix parmi les {0}.",
        ],
        Budgets = ["[Budget] autour de {0}.", "[Ne souhaite pas dépasser] {0}.", "[Prévoit] environ {0}."],
        Regulars = ["[Client fidèle], connaît toute l'équipe.", "[Vient régulièrement] depuis longtemps."],
        Bargains = ["[Attend les soldes].", "Demande une [remise] ou un code promo.", "Trouve les [prix trop élevés]."],
        Gifts = ["C'est pour un [cadeau d'anniversaire].", "[Cherche un cadeau] pour sa mère, avec paquet cadeau."],
        Luxury = ["Souhaite une [pièce d'exception].", "Demande un [rendez-vous privé], aime les éditions limitées."],
        Novelty = ["Veut être prévenu des [nouveautés].", "A vu la [nouvelle collection] sur Instagram."],
    };
}
