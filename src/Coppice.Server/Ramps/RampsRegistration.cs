using Coppice.Server.Ramps.Rules;

namespace Coppice.Server.Ramps;

/// <summary>Versions that take over customer by customer.</summary>
public static class RampsRegistration
{
    public static void AddRamps(this IServiceCollection services) => services
        .AddSingleton<RampAnswerStore>()
        .AddSingleton<IRampRule, FailsRule>()
        .AddSingleton<IRampRule, UnusableScoresRule>()
        .AddSingleton<IRampRule, SlowRule>()
        .AddSingleton<IRampRule, ScoresMovedRule>()
        .AddSingleton<IRampRule, UnevenSplitRule>()
        .AddSingleton<IRampRule, SurelyWorseRule>()
        .AddSingleton<RampWatch>()
        .AddSingleton<RampOverview>()
        .AddSingleton<AdvanceRamp>();

    public static void MapRamps(this WebApplication app) => RampsEndpoints.Map(app);
}
