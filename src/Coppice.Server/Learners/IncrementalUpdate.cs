using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>How an update is made.</summary>
/// <param name="Method">Refresh or grow.</param>
/// <param name="Trees">Trees added; none moves leaves alone.</param>
/// <param name="NewRows">Places of the rows the parent has not seen.</param>
public sealed record IncrementalUpdate(IncrementalMethod Method, int Trees, int[] NewRows)
{
    /// <summary>How many times as fast as usual old rows fade; 4 after errors have risen (methods 3.3, 4.6). Default 1.</summary>
    public double Fading { get; init; } = 1;
}
