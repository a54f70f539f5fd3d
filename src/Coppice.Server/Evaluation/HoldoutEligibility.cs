namespace Coppice.Server.Evaluation;

/// <summary>How far behind the newest training row a block must stay.</summary>
public enum DeploymentLag
{
    /// <summary>By the delay of labels: what the version would have faced had it been put live when it was trained.</summary>
    Simulated,

    /// <summary>Only past the newest training row: more rows, kinder numbers.</summary>
    Ignored,
}

/// <summary>
/// From when on rows were never trained on by any version of the decision, their ancestors included (methods 2.3). A watermark is the
/// newest prediction time among all rows a lineage has used for anything.
/// </summary>
public static class HoldoutEligibility
{
    /// <summary>Rows strictly after this are eligible.</summary>
    public static DateTimeOffset After(ReadOnlySpan<DateTimeOffset> watermarks, Maturity maturity, DeploymentLag lag = DeploymentLag.Simulated)
    {
        ArgumentNullException.ThrowIfNull(maturity);
        if (watermarks.IsEmpty)
            throw new ArgumentException("Expected the watermark of at least one version; found none.", nameof(watermarks));
        DateTimeOffset newest = watermarks[0];
        foreach (DateTimeOffset watermark in watermarks)
            newest = watermark > newest ? watermark : newest;
        return lag == DeploymentLag.Simulated ? newest + maturity.Delay : newest;
    }
}
