namespace Coppice.Client;

/// <summary>What a version learnt from and how, with the hashes that prove it.</summary>
/// <param name="Rows">Rows it learnt from.</param>
/// <param name="From">The earliest of them.</param>
/// <param name="Until">The latest of them.</param>
/// <param name="KnownBy">Nothing known later was used.</param>
/// <param name="BaseRate">The share that came true among them, or the mean amount.</param>
/// <param name="LeftOut">Inputs left out because they knew the answer beforehand.</param>
/// <param name="Library">What fitted it.</param>
/// <param name="Seed">The seed: the same rows and seed give the same bytes.</param>
/// <param name="Run">The run that made it.</param>
/// <param name="Trigger">Why that run started.</param>
/// <param name="StartedBy">Who, or what, started it.</param>
/// <param name="Hashes">SHA-256 by name: <c>model</c>, <c>pipeline</c>, <c>training_set</c> (inputs, labels and weights as they were learnt), <c>training_rows</c> (the list of them), <c>lineage</c> (rows it and its ancestors have seen).</param>
public sealed record TrainingFacts(
    long Rows,
    DateTimeOffset From,
    DateTimeOffset Until,
    DateTimeOffset KnownBy,
    double BaseRate,
    IReadOnlyList<string> LeftOut,
    string Library,
    int Seed,
    long Run,
    string Trigger,
    string StartedBy,
    IReadOnlyDictionary<string, string> Hashes);
