using Coppice.Forests;
using Coppice.Server.Http;
using Coppice.Server.Storage;

namespace Coppice.Server.Models;

/// <summary>The trees of a version as a file for others.</summary>
public sealed class VersionFile(Database database, VersionStore versions, VersionLoader loader)
{
    private static readonly Dictionary<string, ForestFormat> Formats = new() { ["xgboost"] = ForestFormat.XGBoostJson, ["onnx"] = ForestFormat.Onnx };

    /// <summary>Its bytes.</summary>
    /// <exception cref="RequestException">There is no such version or format, or the format cannot say what the version does.</exception>
    public byte[] Write(long modelId, VersionNumber number, string format)
    {
        if (!Formats.TryGetValue(format, out var known))
            throw Refusal($"format expects {string.Join(" or ", Formats.Keys)}, found \"{format[..Math.Min(format.Length, 60)]}\".", RefusalKind.BadInput);
        var loaded = database.Read(session =>
            loader.Load(session, versions.Find(session, modelId, number) ?? throw Refusal($"There is no version {number} of this model.", RefusalKind.NotFound)));
        try
        {
            return loaded.Scorer.Forest.Save(known);
        }
        catch (NotSupportedException unsaid)
        {
            throw Refusal($"Version {number} cannot be written so: {unsaid.Message}", RefusalKind.BadInput);
        }
    }

    private static RequestException Refusal(string sentence, RefusalKind kind) => new(RequestCodes.BadRequest, sentence, kind);
}
