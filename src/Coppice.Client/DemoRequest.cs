namespace Coppice.Client;

/// <summary>Plays the built-in shop through the real use cases.</summary>
/// <param name="Days">Days to play after the history the shop opens with.</param>
/// <param name="Seed">Same seed, same shop.</param>
/// <param name="Customers">Customers at the start.</param>
public sealed record DemoRequest(int? Days = null, long? Seed = null, int? Customers = null);

/// <summary>A day, or a decision, of the played year.</summary>
/// <param name="Kind"><c>day</c>, <c>decision</c>, <c>rollback</c>, <c>drift</c>, <c>trigger</c> (why a run begins off the calendar), <c>story</c> (price shock, outage …) or <c>end</c>.</param>
/// <param name="Fraction">How much of the year is over, 0 to 1.</param>
/// <param name="At">The shop's time.</param>
/// <param name="Text">A sentence for people.</param>
/// <param name="Events">Events so far.</param>
/// <param name="Customers">Customers so far.</param>
/// <param name="Models">For <c>day</c>: each model's live quality beside the best possible.</param>
public sealed record DemoLine(
    string Kind,
    double Fraction,
    DateTimeOffset At,
    string Text,
    long Events,
    long Customers,
    IReadOnlyList<DemoModel> Models);

/// <summary>A model in the played year, measured on predictions whose labels have matured.</summary>
/// <param name="Model">The model.</param>
/// <param name="Champion">The version live.</param>
/// <param name="Metric">The metric's stable name.</param>
/// <param name="Live">What the recorded predictions achieved over the newest matured ones.</param>
/// <param name="BestPossible">What perfect knowledge of the shop would have achieved on the same rows.</param>
/// <param name="Rows">Rows behind both.</param>
public sealed record DemoModel(string Model, string? Champion, string Metric, double? Live, double? BestPossible, long Rows);
