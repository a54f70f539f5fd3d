namespace Coppice.Server.Deployments;

/// <summary>Tells whoever serves that a model's champion has changed, after the change is on disk.</summary>
public sealed class DeploymentSignal
{
    public event Action<long>? Changed;

    public void Raise(long modelId) => Changed?.Invoke(modelId);
}
