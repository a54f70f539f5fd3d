namespace Coppice.Server.Workspaces;

/// <summary>One thing that is looked at in data that comes in.</summary>
/// <param name="Word">Its name in the definition file.</param>
/// <param name="Code">Its code, by which a person accepts what it finds.</param>
/// <param name="Usual">What a finding does where nobody says otherwise.</param>
/// <param name="Moment">When it can be told.</param>
public sealed record QualityCheck(string Word, string Code, QualitySeverity Usual, CheckMoment Moment);

/// <summary>When a check can be told.</summary>
public enum CheckMoment
{
    /// <summary>Before anything is stored.</summary>
    Before,

    /// <summary>Once the last row is stored: it can only warn.</summary>
    After,
}
