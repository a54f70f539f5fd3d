namespace Coppice.Client;

/// <summary>What is different out there from what a model has learnt.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">Its champion; null before the first.</param>
/// <param name="Sentence">The result for people.</param>
/// <param name="Views">One verdict for each way of looking.</param>
/// <param name="Inputs">The inputs that differ, those that move the score most first, and then the most different of the others; of the newest window.</param>
/// <param name="InputsMeasured">Inputs compared in it.</param>
/// <param name="History">The windows before, oldest first.</param>
/// <param name="Budget">How many false alarms are allowed, and how sure a single look has to be for that.</param>
public sealed record DriftResponse(
    string Model,
    string? Version,
    string Sentence,
    IReadOnlyList<DriftView> Views,
    IReadOnlyList<InputDrift> Inputs,
    int InputsMeasured,
    IReadOnlyList<DriftPoint> History,
    DriftBudget Budget);

/// <summary>One way of looking: <c>inputs</c>, <c>together</c> (all inputs at once), <c>scores</c>, <c>labels</c> or <c>errors</c>.</summary>
/// <param name="View">Which.</param>
/// <param name="Verdict"><c>steady</c>, <c>suspected</c> (in one window), <c>drifted</c> (in two running) or <c>not_enough_data</c>.</param>
/// <param name="Code">The page that explains it.</param>
/// <param name="Since">When the first of the windows that differ began; null where none does.</param>
/// <param name="Sentence">What was found, in words and numbers.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Measured">How much; null where it could not be.</param>
/// <param name="Bound">What it may reach.</param>
/// <param name="PValue">How likely that much is where nothing has changed; null where the measure has none.</param>
/// <param name="Rows">Rows looked at.</param>
/// <param name="From">When the newest window began.</param>
/// <param name="Until">When it ended.</param>
/// <param name="Reference">What it is held against.</param>
public sealed record DriftView(
    string View,
    string Verdict,
    string Code,
    DateTimeOffset? Since,
    string Sentence,
    string? Measure,
    double? Measured,
    double? Bound,
    double? PValue,
    long Rows,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    string? Reference);

/// <summary>A view in one window of the past.</summary>
public sealed record DriftPoint(string View, DateTimeOffset Until, string Verdict, double Measured, double Bound);

/// <summary>False alarms that are allowed per quarter over all models.</summary>
/// <param name="FalseAlarms">How many.</param>
/// <param name="Models">Models that share them.</param>
/// <param name="Level">The probability of a false alarm that one look of one view of one model may have.</param>
/// <param name="Alarms">Alarms of any model in the last quarter, true or false.</param>
public sealed record DriftBudget(double FalseAlarms, int Models, double Level, long Alarms);
