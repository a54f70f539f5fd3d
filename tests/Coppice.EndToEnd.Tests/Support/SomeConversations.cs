using System.Globalization;
using System.Text;
using Coppice.Server.Statistics;

namespace Coppice.EndToEnd.Tests.Support;

/// <summary>Notes of a boutique's advisors in seven languages: who speaks of deciding mostly buys, who only looks mostly leaves.</summary>
internal static class SomeConversations
{
    public const string Header = "ID,Date,Duration,Language,Length,Transcription\n";

    private static readonly (string Language, string Keen, string Idle, string[] Also)[] Phrases =
    [
        ("FR", "Veut se décider cette semaine", "Ne fait que regarder", ["Cherche un sac de voyage.", "Budget 3-4K.", "Vient pour les vitrines."]),
        ("EN", "Ready to buy this week", "Just browsing today", ["Looking for a travel bag.", "Budget around 5K.", "Came for the windows."]),
        ("DE", "Möchte sich diese Woche entscheiden", "Schaut sich nur um", ["Sucht eine Reisetasche.", "Budget um die 4K.", "Kam wegen der Fenster."]),
        ("IT", "Vuole decidere questa settimana", "Guarda soltanto in giro", ["Cerca una borsa da viaggio.", "Budget 3.000 euro.", "È venuta per le vetrine."]),
        ("ES", "Quiere decidirse esta semana", "Solo está mirando", ["Busca un bolso de viaje.", "Presupuesto 2.500 euros.", "Vino por los escaparates."]),
        ("JA", "今週中に購入を決めたい", "見ているだけとのこと", ["旅行かばんを探している。", "予算は20万円。", "窓を見に来た。"]),
        ("ZH", "本周内决定购买", "只是随便看看", ["在找旅行包。", "预算大约2万元。", "来看橱窗。"]),
    ];

    /// <summary>One note a customer, five a day, the last on <paramref name="last"/>; what came of each is reported thirty days later.</summary>
    public static (string Notes, string Outcomes) Of(int customers, DateTimeOffset last, ulong seed = 1)
    {
        var random = new SplitMix64(seed);
        var notes = new StringBuilder(Header);
        var outcomes = new StringBuilder("client_id,purchased,churned,lifetime_value,date\n");
        for (int i = 0; i < customers; i++)
        {
            DateTimeOffset day = last.AddDays(-((customers - 1 - i) / 5));
            bool keen = random.NextDouble() < 0.45;
            notes.Append(Note($"c{i}", day, keen, random));
            bool bought = random.NextDouble() < (keen ? 0.85 : 0.1);
            bool left = random.NextDouble() < (keen ? 0.1 : 0.65);
            string value = bought ? (500 + (4_000 * random.NextDouble())).ToString("F2", CultureInfo.InvariantCulture) : "0";
            outcomes.Append(CultureInfo.InvariantCulture, $"c{i},{(bought ? 1 : 0)},{(left ? 1 : 0)},{value},{day.AddDays(30):yyyy-MM-dd}\n");
        }

        return (notes.ToString(), outcomes.ToString());
    }

    public static string Note(string customer, DateTimeOffset day, bool keen, SplitMix64 random)
    {
        var (language, decided, looking, also) = Phrases[random.NextBelow(Phrases.Length)];
        return $"{customer},{day:yyyy-MM-dd},{15 + random.NextBelow(40)} min,{language},short,\"{(keen ? decided : looking)}. {also[random.NextBelow(also.Length)]}\"\n";
    }

    /// <summary>A note of each kind by turns.</summary>
    public static string New(int customers, DateTimeOffset last, ulong seed = 9)
    {
        var random = new SplitMix64(seed);
        return Header + string.Concat(Enumerable.Range(0, customers).Select(i => Note($"n{i}", last.AddDays(-(i % 7)), i % 2 == 0, random)));
    }
}
