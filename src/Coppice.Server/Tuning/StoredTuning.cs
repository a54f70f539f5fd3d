using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tuning;

/// <summary>What a search came to, as stored.</summary>
public sealed record StoredTuning
{
    public required long RunId { get; init; }

    public required long ModelId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    /// <summary>JSON: the recipe that the definition file gave the model then.</summary>
    public required string Definition { get; init; }

    /// <summary>JSON: the winner; null where the recipe in use held.</summary>
    public string? Recipe { get; init; }

    /// <summary>JSON.</summary>
    public required string Leaderboard { get; init; }

    public DateTimeOffset? ForgottenAt { get; init; }

    public string? ForgottenBy { get; init; }

    public static string Text(Recipe recipe) => JsonSerializer.Serialize(recipe, CoppiceJson.Options);

    public static Recipe RecipeOf(string text) => JsonSerializer.Deserialize<Recipe>(text, CoppiceJson.Options)!;
}
