namespace Coppice.Server.Simulation;

internal sealed partial class NotePhrases
{
    private static NotePhrases German => new()
    {
        Language = "de",
        Amount = "{0} €",
        Categories = ["Schals", "Taschen", "Schuhe", "Düfte", "Schmuck", "Uhren"],
        Idle =
        [
            "[Schaut sich nur um] ({0}), plant keinen Kauf.",
            "Derzeit [kein Bedarf], kommt vielleicht wieder: {0}.",
            "Nur neugierig auf {0}, [hat keine Eile].",
        ],
        Interested =
        [
            "[Schwankt] zwischen zwei Modellen ({0}), möchte überlegen.",
            "Interessiert sich für {0}, [fragt nach Einzelheiten].",
            "[Vergleicht] unser Angebot mit einem anderen Geschäft: {0}.",
        ],
        Keen =
        [
            "[Kaufbereit], bittet darum, ein Stück zurückzulegen ({0}).",
            "[Möchte sich diese Woche entscheiden]: {0}.",
            "Hat schon gewählt ({0}), [wartet nur auf die Lieferung].",
        ],
        Bought =
        [
            "[Hat gekauft] ({0}), sehr zufrieden.",
            "[Gleich bezahlt], freut sich über die Auswahl: {0}.",
        ],
        Budgets = ["[Budget] etwa {0}.", "Möchte [nicht mehr als] {0} ausgeben.", "[Rechnet mit] rund {0}."],
        Regulars = ["[Stammkunde], kennt das ganze Team.", "Kommt [seit Jahren regelmäßig]."],
        Bargains = ["Wartet auf den [Schlussverkauf].", "Fragt nach [Rabatt] oder Gutschein.", "Findet die [Preise zu hoch]."],
        Gifts = ["Es soll ein [Geburtstagsgeschenk] sein.", "Sucht [ein Geschenk] für die Mutter, bitte verpacken."],
        Luxury = ["Sucht ein [außergewöhnliches] Stück.", "Wünscht einen [privaten Termin], liebt limitierte Editionen."],
        Novelty = ["Möchte von [Neuheiten] erfahren.", "Hat die [neue Kollektion] auf Instagram gesehen."],
    };
}
