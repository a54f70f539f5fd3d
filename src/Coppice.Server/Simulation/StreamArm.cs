using Coppice.Server.Http;

namespace Coppice.Server.Simulation;

/// <summary>A way of keeping a model up to date.</summary>
public sealed record StreamArm(string Name)
{
    /// <summary>Fitted once.</summary>
    public const string Static = "static";

    /// <summary>Old trees stay, new ones are added on the new rows.</summary>
    public const string Grow = "grow";

    /// <summary>Leaves move, disposable trees on top; a full retrain when the rules ask for one.</summary>
    public const string Refresh = "refresh";

    /// <summary>From scratch on everything, older rows counting less.</summary>
    public const string Full = "full";

    /// <summary>From scratch on the newest rows only.</summary>
    public const string Window = "window";

    private static readonly string[] Names = [Static, Grow, Refresh, Full, Window];

    public static StreamArm Of(string name) => Names.Contains(name)
        ? new StreamArm(name)
        : throw new RequestException(RequestCodes.BadRequest, $"\"{name}\" is no way of updating; there are {string.Join(", ", Names)}.", RefusalKind.BadInput);
}
