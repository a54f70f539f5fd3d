using Coppice.Server.Http;

namespace Coppice.Server.Deployments;

/// <summary>A change of champion that cannot be; the message says why.</summary>
public sealed class DeploymentException(string code, string message)
    : RefusalException(code, message, code is DeploymentCodes.UnknownVersion or DeploymentCodes.NoRamp ? RefusalKind.NotFound : RefusalKind.Conflict);
