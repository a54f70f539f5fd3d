using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Terminal;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Writes everything that speaks for and against a version to one page.</summary>
internal sealed class ReportCommand : CoppiceCommand
{
    private readonly Argument<string?> _model = new("MODEL") { Description = "the model", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string?> _version = new("VERSION") { Description = "which one (default: the champion)", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _out = new("--out") { Description = "where to write it (default: MODEL-VERSION.html)", HelpName = "FILE" };

    public ReportCommand()
        : base("report", "Everything that speaks for and against a version, as one page to keep or send.")
    {
        Arguments.Add(_model);
        Arguments.Add(_version);
        Options.Add(_out);
        Subcommands.Add(new VerifyReportCommand());
    }

    public override IReadOnlyList<string> Examples => ["coppice report purchase", "coppice report purchase 4.2 --out evidence.html", "coppice report verify evidence.html"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string model = context.Get(_model) ?? throw new CommandFailure("Which model? coppice report MODEL", ExitCode.WrongUsage);
        await using ServerConnection connection = await context.ConnectAsync("report", cancellationToken);
        string version = context.Get(_version) ?? await ChampionAsync(connection.Client, model, cancellationToken);
        if (context.IsJson)
        {
            context.Screen.Json(await connection.Client.GetReportAsync(model, version, cancellationToken));
            return ExitCode.Done;
        }

        string path = Path.GetFullPath(context.Get(_out) ?? $"{model}-{version}.html");
        string page = await connection.Client.GetReportPageAsync(model, version, cancellationToken);
        await File.WriteAllTextAsync(path, page, cancellationToken);
        context.Screen.Line($"[bold]{model} {version}[/]  reported in {path} · {Figures.Bytes(new FileInfo(path).Length)} · open it in a browser, print it, send it");
        context.Screen.Hint($"coppice report verify {Path.GetFileName(path)}", $"coppice performance {model} --plot");
        return ExitCode.Done;
    }

    private static async Task<string> ChampionAsync(CoppiceClient client, string model, CancellationToken cancellationToken)
    {
        IReadOnlyList<VersionResponse> versions = await client.GetVersionsAsync(model, cancellationToken: cancellationToken);
        return (versions.FirstOrDefault(v => v.Role == "champion") ?? (versions.Count > 0 ? versions[0] : null))?.Version
            ?? throw new CommandFailure($"{model} has no version yet that could be reported on; coppice retrain {model} makes the first.");
    }
}
