using Coppice.Bench.Processes;

namespace Coppice.Bench.Judgement;

/// <summary>A real table that cases are measured on, with the facts of the catalogue that show it was read right.</summary>
internal sealed record RealSource(string Name, string Path, string Target, string Positive, string[] Excluded, int Rows, int Positives)
{
    public static IReadOnlyList<RealSource> All { get; } =
    [
        new("telco", "telco/WA_Fn-UseC_-Telco-Customer-Churn.csv", "Churn", "Yes", ["customerID"], 7_043, 1_869),
        new("shoppers", "shoppers/online_shoppers_intention.csv", "Revenue", "TRUE", [], 12_330, 1_908),
    ];

    public static RealSource Elec2 { get; } = new("elec2", "elec2/elec2_full.csv", "class", "UP", ["date", "day"], 45_312, 19_237);

    /// <summary>Why it cannot be read, or null.</summary>
    public string? Missing => Surroundings.Missing(Surroundings.Data(Path));

    public RealTable Read() => RealTable.Read(Path, Target, Positive, Excluded);

    public bool IsAsCatalogued(RealTable table) => table.Rows == Rows && (int)table.Labels.Sum() == Positives;
}
