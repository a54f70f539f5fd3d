namespace Coppice.Server.Deployments;

/// <summary>What is live, and what was.</summary>
public static class DeploymentsRegistration
{
    public static void AddDeployments(this IServiceCollection services) => services
        .AddSingleton<DeploymentStore>()
        .AddSingleton<DeploymentSignal>()
        .AddSingleton<DeploymentJournal>()
        .AddSingleton<ProposalStore>()
        .AddSingleton<ProposalList>()
        .AddSingleton<PreviewPromotion>()
        .AddSingleton<RampStore>()
        .AddSingleton<BeginRamp>()
        .AddSingleton<EndRamp>()
        .AddSingleton<PromoteChallenger>()
        .AddSingleton<ApproveProposal>()
        .AddSingleton<WithdrawProposal>()
        .AddSingleton<RollBackChampion>()
        .AddSingleton<RestoreChampion>()
        .AddSingleton<PinVersion>()
        .AddSingleton<PruneVersions>();

    public static void MapDeployments(this WebApplication app) => DeploymentsEndpoints.Map(app);
}
