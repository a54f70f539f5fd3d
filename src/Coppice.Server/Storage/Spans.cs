using System.Diagnostics;

namespace Coppice.Server.Storage;

/// <summary>Spans of our own work: runs with their steps, imports, commits. Without anybody who listens they cost nothing.</summary>
public static class Spans
{
    public const string Name = "Coppice";

    public static ActivitySource Coppice { get; } = new(Name);
}
