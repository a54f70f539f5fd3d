namespace Coppice.Server.Simulation;

internal sealed partial class NotePhrases
{
    private static NotePhrases Italian => new()
    {
        Language = "it",
        Amount = "{0} euro",
        Categories = ["sciarpe", "borse", "scarpe", "profumi", "gioielli", "orologi"],
        Idle =
        [
            "Dà [solo un'occhiata]: {0}, nessun acquisto in programma.",
            "Per ora [non ha bisogno] di nulla, forse tornerà per {0}.",
            "Semplice curiosità per {0}, [nessuna fretta].",
        ],
        Interested =
        [
            "[Indecisa] tra due modelli di {0}, vuole pensarci.",
            "Interesse per {0}, [chiede maggiori dettagli].",
            "[Confronta] {0} con un altro negozio.",
        ],
        Keen =
        [
            "[Vuole comprare], chiede di mettere da parte un modello di {0}.",
            "[Vuole decidere] entro la settimana: {0}.",
            "Ha già scelto tra {0}, [aspetta solo] la disponibilità.",
        ],
        Bought =
        [
            "[Ha acquistato] nel reparto {0}, molto soddisfatta.",
            "[Ha pagato subito], felice della scelta di {0}.",
        ],
        Budgets = ["[Budget] di circa {0}.", "[Non vuole superare] {0}.", "[Pensa di spendere] {0}."],
        Regulars = ["[Cliente affezionata], conosce tutto il personale.", "[Viene regolarmente] da anni."],
        Bargains = ["[Aspetta i saldi].", "Chiede uno [sconto] o un codice promozionale.", "Trova i [prezzi troppo alti]."],
        Gifts = ["È un [regalo di compleanno].", "[Cerca un regalo] per la madre, con confezione."],
        Luxury = ["Desidera un [pezzo eccezionale].", "Chiede un [appuntamento privato], ama le edizioni limitate."],
        Novelty = ["Vuole sapere delle [novità].", "Ha visto la [nuova collezione] su Instagram."],
    };
}
