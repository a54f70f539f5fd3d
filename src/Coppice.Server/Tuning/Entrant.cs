namespace Coppice.Server.Tuning;

/// <summary>A candidate in the race, with everything measured of it.</summary>
public sealed class Entrant(Candidate candidate)
{
    private readonly Dictionary<(int Fold, int Rows), FoldMeasure> _measures = [];

    public Candidate Candidate => candidate;

    /// <summary>Rungs it was measured on completely.</summary>
    public int Rungs { get; internal set; }

    /// <summary>Whether it was the best when it came to the last rung, by more than chance.</summary>
    public bool Accepted { get; internal set; }

    public double Seconds => _measures.Values.Sum(m => m.Seconds);

    public bool Has(int fold, int rows) => _measures.ContainsKey((fold, rows));

    internal void Add(int fold, int rows, FoldMeasure measure) => _measures.Add((fold, rows), measure);

    /// <summary>Row by row over the folds of a rung.</summary>
    public double[] Losses(Rung rung) => [.. Measures(rung).SelectMany(m => m.Losses)];

    public double Loss(Rung rung) => Losses(rung).Average();

    /// <summary>Mean over the folds; null where no fold could tell.</summary>
    public double? Ranking(Rung rung) => Measures(rung).Average(m => m.Ranking);

    private IEnumerable<FoldMeasure> Measures(Rung rung) => Enumerable.Range(0, rung.Folds).Select(fold => _measures[(fold, rung.Rows)]);
}
