namespace Coppice.Server.Deployments;

/// <summary>What a promotion by hand came to: a change of champion, or a proposal that waits for a second person.</summary>
public sealed record Promotion(Deployment? Deployment, Proposal? Proposal);
