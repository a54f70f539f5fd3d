using Coppice.Server.Features;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Training;

/// <summary>Scores the same labelled rows by several versions; their inputs are read once for all versions with the same inputs.</summary>
public sealed class RowScorer(ExampleInputs examples, Session session, ModelDefinition model, IReadOnlyList<Label> rows)
{
    private readonly List<(InputPlan Plan, InputTable Table)> _read = [];

    /// <summary>The time each row is for.</summary>
    public long[] AsOf { get; } = [.. rows.Select(r => r.AsOf)];

    public double[] Score(LoadedVersion version) => rows.Count == 0 ? [] : version.Score(Features(version));

    /// <summary>The rows as a version sees them.</summary>
    public FeatureMatrix Features(LoadedVersion version) => version.Pipeline.Transform(Inputs(version), AsOf);

    /// <summary>The raw inputs of the rows that a version asks for.</summary>
    public InputTable Inputs(LoadedVersion version) => Inputs(version.Pipeline.Inputs);

    /// <summary>What buying rhythm alone says, by the inputs of the version that is held against it.</summary>
    public double[] Score(RhythmBaseline baseline, LoadedVersion version) => rows.Count == 0 ? [] : baseline.Score(Inputs(version.Pipeline.Inputs));

    private InputTable Inputs(InputPlan plan)
    {
        foreach (var (known, table) in _read)
        {
            if (known.IsSame(plan))
                return table;
        }

        var read = examples.Read(session, model, plan, rows);
        _read.Add((plan, read));
        return read;
    }
}
