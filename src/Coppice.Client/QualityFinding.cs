namespace Coppice.Client;

/// <summary>Something about data that is not as it was before, or not as it should be.</summary>
/// <param name="Code">Its code, such as <c>COP-QUALITY-001</c>.</param>
/// <param name="Check">The check that found it, as the definition file calls it.</param>
/// <param name="Severity"><c>warning</c>, or <c>blocking</c>: the data is refused unless the code is accepted.</param>
/// <param name="Column">The column it is about; null where it is about the rows.</param>
/// <param name="Sentence">What was expected, what was found, where, what to do.</param>
public sealed record QualityFinding(string Code, string Check, string Severity, string? Column, string Sentence)
{
    /// <summary>Whether somebody has accepted it, so that it no longer blocks.</summary>
    public bool Accepted { get; init; }
}
