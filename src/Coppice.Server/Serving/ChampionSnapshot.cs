using System.Text.Json;
using Coppice.Server.Features;
using Coppice.Server.Models;
using Coppice.Server.Serving.Questions;
using Coppice.Server.Serving.Splits;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

/// <summary>Everything a request needs to be answered by one version. A request takes it once and keeps it to its end.</summary>
public sealed class ChampionSnapshot
{
    private KeyOrder _keys = KeyOrder.Empty;

    public ChampionSnapshot(ModelDefinition model, long modelId, LoadedVersion version, ChampionSnapshot? previous)
    {
        Model = model;
        ModelId = modelId;
        Costs = model.Costs;
        Version = version;
        Rows = new RowEncoder(version.Pipeline);
        ModelName = JsonEncodedText.Encode(model.Name);
        VersionName = JsonEncodedText.Encode(version.Number);
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

    /// <summary>What acting costs; null where nobody says, and answers hold no decision.</summary>
    public ActionCosts? Costs { get; }

    /// <summary>Whose customers are another version's, which is taking over; null where none is.</summary>
    public RampSplit? Ramp { get; init; }

    /// <summary>Whether answering takes what is known about a customer, beside what the question brings.</summary>
    public bool ReadsCustomers { get; }

    internal KeyOrder Keys
    {
        get => Volatile.Read(ref _keys);
        set => Volatile.Write(ref _keys, value);
    }

    private static bool IsKept(ModelDefinition model, string input) =>
        (model.Features.HasFlag(FeatureGroups.Behaviour) && input.StartsWith("events.", StringComparison.Ordinal))
        || (model.Features.HasFlag(FeatureGroups.Profile) && input.StartsWith("profile.", StringComparison.Ordinal))
        || (model.Features.HasFlag(FeatureGroups.Notes) && input.StartsWith(NoteInputs.Prefix, StringComparison.Ordinal));
}
