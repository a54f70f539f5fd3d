namespace Coppice.Server.Simulation;

/// <summary>What came of the visit that a note is about.</summary>
internal enum NoteOccasion
{
    Looked,
    Bought,
}
