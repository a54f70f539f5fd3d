using System.Text;
using Coppice.Server.Workspaces.Writing;

namespace Coppice.Server.Workspaces.Changes;

/// <summary>What becomes of a definition that is written while a server runs.</summary>
/// <param name="Next">What will be in force: the parts that may change while it runs, and the rest as it was.</param>
/// <param name="InForce">Parts that change at once, as the definition file calls them.</param>
/// <param name="NeedsRestart">Parts that change when the server starts again.</param>
public sealed record DefinitionChange(WorkspaceDefinition Next, IReadOnlyList<string> InForce, IReadOnlyList<string> NeedsRestart)
{
    /// <summary>From what is in force to what is wanted.</summary>
    public static DefinitionChange Between(WorkspaceDefinition now, WorkspaceDefinition wanted)
    {
        var next = now with
        {
            TimeZone = wanted.TimeZone,
            Schedule = wanted.Schedule,
            Versions = wanted.Versions,
            Drift = wanted.Drift,
            Gates = wanted.Gates,
            Ramp = wanted.Ramp,
            Quality = wanted.Quality,
            // As many runs as turns were made for at the start.
            Training = wanted.Training with { AtOnce = now.Training.AtOnce },
            // Channels are opened at the start.
            Alerts = now.Alerts with { AtLeast = wanted.Alerts.AtLeast, Address = wanted.Alerts.Address },
            Models = [.. now.Models.Select(model => wanted.Find(model.Name) is { } same ? model with { Costs = same.Costs } : model)],
        };
        return new DefinitionChange(next, [.. Differences(now, next)], [.. Differences(next, wanted)]);
    }

    private static IEnumerable<string> Differences(WorkspaceDefinition one, WorkspaceDefinition other)
    {
        (string Part, object? One, object? Other)[] parts =
        [
            ("workspace", one.Name, other.Name),
            ("time_zone", one.TimeZone.Id, other.TimeZone.Id),
            ("database", one.Database, other.Database),
            ("training", one.Training, other.Training),
            ("schedule", one.Schedule, other.Schedule),
            ("versions", one.Versions, other.Versions),
            ("drift", one.Drift, other.Drift),
            ("quality", Written(text => QualityWriter.Write(text, one.Quality)), Written(text => QualityWriter.Write(text, other.Quality))),
            ("alerts", Written(text => AlertsWriter.Write(text, one.Alerts)), Written(text => AlertsWriter.Write(text, other.Alerts))),
            ("gates", one.Gates, other.Gates),
            ("ramp", one.Ramp, other.Ramp),
        ];
        return parts.Where(part => !Equals(part.One, part.Other)).Select(part => part.Part)
            .Concat(one.Models.Concat(other.Models).Select(model => model.Name).Distinct().SelectMany(name => Differences(name, one.Find(name), other.Find(name))));
    }

    private static IEnumerable<string> Differences(string name, ModelDefinition? one, ModelDefinition? other)
    {
        if (one?.Costs != other?.Costs && one is not null && other is not null)
            yield return $"models.{name}.costs";
        if (Written(one) != Written(other))
            yield return $"models.{name}";
    }

    // Lists are compared by what they hold.
    private static string? Written(ModelDefinition? model) => model is null
        ? null
        : Written(text =>
        {
            ModelWriter.Write(text, model with { Costs = null });
            text.Append(RecipeWriter.Write(model.Recipe, indent: 0));
            if (model.Quick is { } quick)
                text.Append(RecipeWriter.Write(quick, indent: 0));
        });

    private static string Written(Action<StringBuilder> write)
    {
        var text = new StringBuilder();
        write(text);
        return text.ToString();
    }
}
