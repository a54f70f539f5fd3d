namespace Coppice.Server.Features;

/// <summary>What one note says.</summary>
/// <param name="Concepts">The concepts it names by their place in the lexicon, one for each time it does, in the order of the note.</param>
/// <param name="Amount">The largest amount it names; NaN where it names none.</param>
/// <param name="Length">Characters, UTF-16.</param>
internal sealed record NoteReading(int[] Concepts, float Amount, int Length);
