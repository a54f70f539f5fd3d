using System.CommandLine;
using Coppice.Cli.Imports;
using Coppice.Cli.Invocation;
using Coppice.Cli.Terminal;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Customers;

/// <summary>Writes a first lexicon for a person to edit.</summary>
internal sealed class SuggestConceptsCommand : CoppiceCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "a CSV of notes with a column of customers and one of text" };
    private readonly Option<string?> _out = new("--out") { Description = "write the lexicon there (default: standard output)", HelpName = "CSV" };

    public SuggestConceptsCommand()
        : base("suggest", "Suggest a lexicon from the words and phrases many notes share.")
    {
        Arguments.Add(_file);
        Options.Add(_out);
    }

    public override IReadOnlyList<string> Examples => ["coppice concepts suggest notes.csv --out lexicon.csv"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string path = context.Get(_file)!;
        string? destination = context.Get(_out);
        await using FileStream file = ImportCommand.Open(path);
        await using ServerConnection connection = await context.ConnectAsync("concepts suggest", cancellationToken);
        SuggestionResponse suggestion = await UploadBar.ShowAsync(
            context, file, content => connection.Client.SuggestConceptsAsync(content, Path.GetFileName(path), cancellationToken));
        string? rejected = await RejectedRowsFile.WriteAsync(path, suggestion.Rejects, cancellationToken);
        if (destination is not null)
            await File.WriteAllLinesAsync(destination, Csv(suggestion), cancellationToken);
        if (context.IsJson)
            context.Screen.Json(suggestion);
        else if (destination is null)
            context.Screen.Raw(string.Join('\n', Csv(suggestion)));
        else
            Write(context.Screen, path, suggestion, destination);
        return ConceptsScreen.Conclude(context.Screen, suggestion.SetAside, suggestion.Rejects, rejected);
    }

    private static void Write(Screen screen, string path, SuggestionResponse suggestion, string destination)
    {
        screen.Line($"{Figures.Counted(suggestion.Concepts.Count, "concept")} from {Figures.Counted(suggestion.Notes, "note")} → {destination} · {Figures.Seconds(suggestion.Seconds)}");
        screen.Line($"  Edit it: a row is a concept; its aliases, parted by |, may be of any language.");
        screen.Hint($"coppice concepts {path} --lexicon {destination}");
    }

    /// <summary>The column notes is for the reader; a lexicon is read without it.</summary>
    private static IEnumerable<string> Csv(SuggestionResponse suggestion) =>
        suggestion.Concepts.Select(c => $"{CsvText.Field(c.Id)},{CsvText.Field(c.Label)},,,{c.Notes}").Prepend("id,label,aliases,bucket,notes");
}
