namespace Coppice.Server.Drift.Profiles;

/// <summary>How the values of an input are compared (methods 4.3).</summary>
public enum ColumnKind
{
    /// <summary>By Kolmogorov and Smirnov, Wasserstein and population stability.</summary>
    Number,

    /// <summary>By chi-square and Jensen-Shannon: few different numbers, categories, yes and no.</summary>
    FewValues,
}
