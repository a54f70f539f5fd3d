using System.Text.Json;
using Coppice.Client;
using Coppice.Forests;
using Coppice.Server.Features;
using Coppice.Server.Models;
using Coppice.Server.Serving.Questions;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

/// <summary>Everything a request needs to be answered by one version. A request takes it once and keeps it to its end.</summary>
public sealed class ChampionSnapshot
{
    private const int MostReasons = 5;

    private readonly Lazy<ForestContributions> _contributions;
    private KeyOrder _keys = KeyOrder.Empty;

    public ChampionSnapshot(ModelDefinition model, long modelId, LoadedVersion version, ChampionSnapshot? previous)
    {
        Model = model;
        ModelId = modelId;
        Version = version;
        Rows = new RowEncoder(version.Pipeline);
        ModelName = JsonEncodedText.Encode(model.Name);
        VersionName = JsonEncodedText.Encode(version.Number);
        _contributions = new Lazy<ForestContributions>(() => new ForestContributions(version.Scorer.Forest));
        ReadsCustomers = Enumerable.Range(0, Rows.Count).Any(i => IsKept(model, Rows.Name(i)));
        if (previous is not null)
            _keys = previous.Keys.For(Rows);
    }

    public ModelDefinition Model { get; }

    public long ModelId { get; }

    public LoadedVersion Version { get; }

    public RowEncoder Rows { get; }

    public JsonEncodedText ModelName { get; }

    public JsonEncodedText VersionName { get; }

    /// <summary>Whether answering takes what is known about a customer, beside what the question brings.</summary>
    public bool ReadsCustomers { get; }

    internal KeyOrder Keys
    {
        get => Volatile.Read(ref _keys);
        set => Volatile.Write(ref _keys, value);
    }

    /// <summary>The features that moved an answer most, strongest first.</summary>
    public IReadOnlyList<FeatureContribution> Explain(ReadOnlySpan<float> features)
    {
        double[] contributions = new double[_contributions.Value.Length];
        _contributions.Value.Explain(features, contributions);
        var names = Version.Pipeline.FeatureNames;
        return [.. names.Select((name, i) => new FeatureContribution(name, contributions[i]))
            .Where(c => c.Contribution != 0)
            .OrderByDescending(c => Math.Abs(c.Contribution))
            .Take(MostReasons)];
    }

    private static bool IsKept(ModelDefinition model, string input) =>
        (model.Features.HasFlag(FeatureGroups.Behaviour) && input.StartsWith("events.", StringComparison.Ordinal))
        || (model.Features.HasFlag(FeatureGroups.Profile) && input.StartsWith("profile.", StringComparison.Ordinal))
        || (model.Features.HasFlag(FeatureGroups.Notes) && input.StartsWith(NoteInputs.Prefix, StringComparison.Ordinal));
}
