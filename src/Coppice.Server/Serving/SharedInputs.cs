using Coppice.Server.Features;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving;

/// <summary>Inputs of the same rows for one version after another: those with the same plan share them.</summary>
internal sealed class SharedInputs(KnownInputs known, Session session, IReadOnlyList<PredictionRequest> requests, IReadOnlyList<ExampleKey> keys)
{
    private readonly string?[] _given = [.. requests.Select(r => r.Inputs)];
    private readonly List<ReadInputs> _read = [];

    public ReadInputs For(ScoringVersion version)
    {
        foreach (var read in _read)
        {
            if (read.By.Model.Features == version.Model.Features && read.By.Loaded.Pipeline.Inputs.IsSame(version.Loaded.Pipeline.Inputs))
                return read;
        }

        var inputs = new ReadInputs(version, known.Read(session, version.Model, version.Loaded, keys, _given));
        _read.Add(inputs);
        return inputs;
    }
}

/// <summary>Inputs, and the same as they are recorded.</summary>
/// <param name="By">The version they were read for first.</param>
/// <param name="Table">Row by row.</param>
internal sealed record ReadInputs(ScoringVersion By, InputTable Table)
{
    private string[]? _json;

    public string[] Json => _json ??= Table.ToJson();
}
