namespace Coppice.Server.Serving.Inference;

/// <summary>Answers to probes.</summary>
internal static class Readiness
{
    public static ServerLive Live { get; } = new(true);

    public static ServerReady Ready { get; } = new(true);
}

internal sealed record ServerLive(bool Live);

internal sealed record ServerReady(bool Ready);

internal sealed record ModelReady(string Name, bool Ready);
