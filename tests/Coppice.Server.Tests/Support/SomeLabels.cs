using Coppice.Server.Labels;

namespace Coppice.Server.Tests.Support;

/// <summary>Matured labels without a database.</summary>
internal static class SomeLabels
{
    public static Label At(long id, double day, double value = 0, long? customer = null, double window = 0, string source = LabelSource.Backfill) =>
        new(id, customer ?? id, Workspace.At(day), source, 0, value, 1, Workspace.At(day + window));

    /// <summary>One per day from day 0, every fourth positive.</summary>
    public static IReadOnlyList<Label> Daily(int count, double window = 0, long firstId = 1) =>
        [.. Enumerable.Range(0, count).Select(i => At(firstId + i, i, i % 4 == 0 ? 1 : 0, window: window))];
}
