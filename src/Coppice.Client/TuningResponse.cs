namespace Coppice.Client;

/// <summary>A recipe that a search has found.</summary>
/// <param name="Model">The model.</param>
/// <param name="Run">The run that searched.</param>
/// <param name="At">When it was found.</param>
/// <param name="By">Who asked.</param>
/// <param name="Recipe">In a few words.</param>
/// <param name="Settings">As the definition file would name it.</param>
/// <param name="Sentence">Why it was chosen.</param>
public sealed record TuningResponse(string Model, long Run, DateTimeOffset At, string By, string Recipe, string Settings, string Sentence);
