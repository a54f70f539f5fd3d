namespace Coppice.Server.Drift;

/// <summary>The codes of the ways of looking.</summary>
public static class DriftCodes
{
    public const string Inputs = "COP-DRIFT-001";
    public const string Scores = "COP-DRIFT-002";
    public const string Labels = "COP-DRIFT-003";
    public const string Errors = "COP-DRIFT-004";
    public const string Together = "COP-DRIFT-005";

    public static string Of(string view) => view switch
    {
        DriftViews.Inputs => Inputs,
        DriftViews.Scores => Scores,
        DriftViews.Labels => Labels,
        DriftViews.Errors => Errors,
        _ => Together,
    };
}
