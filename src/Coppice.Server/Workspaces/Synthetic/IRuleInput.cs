namespace Coppice.Server.Workspaces.Synthetic;

/// <summary>The inputs of one customer, as rules read them.</summary>
public interface IRuleInput
{
    /// <summary>The number of a feature, or null when it is absent or not a number.</summary>
    double? Number(string feature);

    /// <summary>The text of a feature, or null when it is absent.</summary>
    string? Text(string feature);
}
