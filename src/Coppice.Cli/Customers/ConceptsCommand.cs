using System.CommandLine;
using Coppice.Cli.Imports;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Customers;

/// <summary>Finds the concepts of a lexicon in a file of notes.</summary>
internal sealed class ConceptsCommand : CoppiceCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "a CSV of notes with a column of customers and one of text" };
    private readonly Option<string?> _lexicon = new("--lexicon") { Description = "the lexicon (default: lexicon.csv beside coppice.yaml)", HelpName = "CSV" };
    private readonly Option<string?> _out = new("--out") { Description = "write the matches there (default: standard output)", HelpName = "FILE" };

    public ConceptsCommand()
        : base("concepts", "Find what notes speak of, by a lexicon of words and phrases.")
    {
        Arguments.Add(_file);
        Options.Add(_lexicon);
        Options.Add(_out);
        Subcommands.Add(new SuggestConceptsCommand());
    }

    public override IReadOnlyList<string> Examples => ["coppice concepts suggest notes.csv --out lexicon.csv", "coppice concepts notes.csv --out matches.csv"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string path = context.Get(_file)!;
        string? lexiconPath = context.Get(_lexicon);
        await using FileStream file = ImportCommand.Open(path);
        await using FileStream? lexicon = lexiconPath is null ? null : ImportCommand.Open(lexiconPath);
        await using ServerConnection connection = await context.ConnectAsync("concepts", cancellationToken);
        ConceptsResponse found = await UploadBar.ShowAsync(
            context,
            file,
            content => connection.Client.FindConceptsAsync(content, Path.GetFileName(path), lexicon, Path.GetFileName(lexiconPath), cancellationToken));
        string? rejected = await RejectedRowsFile.WriteAsync(path, found.Rejects, cancellationToken);
        await ConceptsScreen.WriteAsync(context, found, context.Get(_out), cancellationToken);
        return ConceptsScreen.Conclude(context.Screen, found, rejected);
    }
}
