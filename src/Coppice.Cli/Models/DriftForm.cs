namespace Coppice.Cli.Models;

/// <summary>How drift is told.</summary>
internal enum DriftForm
{
    /// <summary>For whoever knows the customers.</summary>
    Words,

    /// <summary>With measures, bounds and probabilities.</summary>
    Details,
}
