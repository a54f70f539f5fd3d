using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>How good a model's answers turned out over time.</summary>
internal sealed class PerformanceCommand : CoppiceCommand
{
    private readonly Argument<string> _model = new("MODEL") { Description = "the model" };
    private readonly Option<string?> _metric = new("--metric")
    {
        Description = "auc, log_loss, accuracy, top_decile_share … (default: the model's own)",
        HelpName = "METRIC",
    };

    private readonly Option<string?> _by = new("--by") { Description = "week or month (default: week, month where there are many)", HelpName = "SPAN" };
    private readonly Option<bool> _plot = new("--plot") { Description = "draw it" };

    public PerformanceCommand()
        : base("performance", "How good answers turned out, week by week, as their labels matured.")
    {
        Arguments.Add(_model);
        Options.Add(_metric);
        Options.Add(_by);
        Options.Add(_plot);
    }

    public override IReadOnlyList<string> Examples => ["coppice performance purchase --plot", "coppice performance clv --metric normalised_gini --by month"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("performance", cancellationToken);
        PerformanceResponse performance = await connection.Client.GetPerformanceAsync(context.Get(_model)!, context.Get(_metric), context.Get(_by), cancellationToken);
        if (context.IsJson)
            context.Screen.Json(performance);
        else
            PerformanceScreen.Write(context.Screen, performance, context.Get(_plot) ? HistoryForm.Plot : HistoryForm.Table);
        return ExitCode.Done;
    }
}
