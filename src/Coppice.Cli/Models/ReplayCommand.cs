using System.CommandLine;
using System.CommandLine.Parsing;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Plays a policy, or ways of updating, over the recorded history.</summary>
internal sealed class ReplayCommand : CoppiceCommand
{
    private static readonly string[] AllArms = ["static", "grow", "refresh", "full", "window"];

    private readonly Argument<string> _model = new("MODEL") { Description = "the model" };
    private readonly Option<DateTimeOffset?> _from = DateArguments.Option("--from", "first day replayed (default: when the first model could have been judged)");
    private readonly Option<DateTimeOffset?> _until = DateArguments.Option("--until", "last day replayed (default: the newest)");
    private readonly Option<int?> _every = WholeNumbers.Option("--every", "days between two looks at the triggers");

    private readonly Option<string[]?> _arms = new("--arms")
    {
        Description = $"instead of the policy, compare ways of updating on rows in their order: {string.Join(",", AllArms)}",
        HelpName = "LIST",
        CustomParser = ParseArms,
    };

    private readonly Option<int?> _first = WholeNumbers.Option("--first", "with --arms: rows learnt before the first batch");
    private readonly Option<int?> _batch = WholeNumbers.Option("--batch", "with --arms: rows per batch");
    private readonly Option<int?> _window = WholeNumbers.Option("--window", "with --arms: rows kept by window");

    public ReplayCommand()
        : base("replay", "Play the policy, or ways of updating, over the recorded history.")
    {
        Arguments.Add(_model);
        foreach (Option option in new Option[] { _from, _until, _every, _arms, _first, _batch, _window })
            Options.Add(option);
        Validators.Add(result =>
        {
            if (result.GetResult(_arms) is null && (result.GetResult(_first) ?? result.GetResult(_batch) ?? result.GetResult(_window)) is { } lone)
                result.AddError($"{lone.Option.Name} belongs to --arms.");
        });
    }

    public override IReadOnlyList<string> Examples =>
        ["coppice replay purchase --from 2026-01-01 --every 7", "coppice replay price --arms static,refresh,full --first 5000"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string model = context.Get(_model)!;
        var request = new ReplayRequest(
            context.Get(_from), context.Get(_until), context.Get(_every), context.Get(_arms), context.Get(_first), context.Get(_batch), context.Get(_window));
        await using ServerConnection connection = await context.ConnectAsync("replay", cancellationToken);
        IAsyncEnumerable<ReplayLine> lines = connection.Client.ReplayAsync(model, request, cancellationToken);
        if (context.IsJson)
            await foreach (ReplayLine line in lines)
                context.Screen.Json(line);
        else
            await ReplayScreen.ShowAsync(context.Screen, model, lines);
        return ExitCode.Done;
    }

    private static string[]? ParseArms(ArgumentResult result)
    {
        string[] arms = result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (arms.Length > 0 && arms.All(AllArms.Contains))
            return arms;
        string wrong = arms.FirstOrDefault(a => !AllArms.Contains(a)) ?? "";
        result.AddError($"--arms expects some of {string.Join(",", AllArms)}; found '{wrong}'.");
        return null;
    }
}
