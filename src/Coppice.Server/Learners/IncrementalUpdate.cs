using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>How an update is made.</summary>
/// <param name="Method">Refresh or grow.</param>
/// <param name="Trees">Trees added.</param>
/// <param name="NewRows">Places of the rows the parent has not seen.</param>
public sealed record IncrementalUpdate(IncrementalMethod Method, int Trees, int[] NewRows);
