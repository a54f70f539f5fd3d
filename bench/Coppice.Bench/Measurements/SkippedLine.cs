namespace Coppice.Bench.Measurements;

/// <summary>A case that could not be measured, and why.</summary>
internal sealed record SkippedLine(string Bench, string Case, string Skipped)
{
    public Machine Machine { get; init; } = Machine.This;
}
