namespace Coppice.Server.Deployments;

/// <summary>Tells whoever serves that a model's champion has changed, after the change is on disk.</summary>
public sealed class DeploymentSignal
{
    private readonly List<Action<long>> _listeners = [];

    public void Listen(Action<long> changed)
    {
        lock (_listeners)
            _listeners.Add(changed);
    }

    public void Raise(long modelId)
    {
        lock (_listeners)
            _listeners.ForEach(changed => changed(modelId));
    }
}
