using System.Text;
using System.Text.Json;
using Coppice.Client;
using Spectre.Console;

namespace Coppice.Cli.Terminal;

/// <summary>Where a command writes. Lines wrap at the width of a terminal and are never broken in a pipe.</summary>
internal sealed class Screen
{
    /// <summary>Wider lines are hard to read.</summary>
    public const int WidestLine = 100;

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly TextReader _input;

    public Screen(IAnsiConsole console, TextWriter output, TextWriter error, TextReader input, TimeProvider time, ScreenKind kind)
    {
        Console = console;
        _output = output;
        _error = error;
        _input = input;
        Time = time;
        Kind = kind;
        Width = kind == ScreenKind.Pipe ? WidestLine : Math.Min(console.Profile.Width, WidestLine);
    }

    public IAnsiConsole Console { get; }

    public TimeProvider Time { get; }

    public ScreenKind Kind { get; }

    /// <summary>What the user types to get here: <c>coppice</c>, or what a wrapper that started it says.</summary>
    public string CommandName { get; init; } = "coppice";

    /// <summary>Columns that tables and plots may take.</summary>
    public int Width { get; }

    /// <summary>Whether parts may redraw in place.</summary>
    public bool IsLive => Kind is not ScreenKind.Pipe;

    /// <summary>Whether a person can be asked something.</summary>
    public bool IsInteractive => Kind is ScreenKind.Conversation;

    public DateTimeOffset Now => Time.GetUtcNow();

    public static Screen OfThisProcess()
    {
        if (System.Console.OutputEncoding.CodePage != Encoding.UTF8.CodePage)
            System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        ScreenKind kind = System.Console.IsOutputRedirected ? ScreenKind.Pipe
            : System.Console.IsInputRedirected ? ScreenKind.Terminal
            : ScreenKind.Conversation;
        return new Screen(AnsiConsole.Console, System.Console.Out, System.Console.Error, System.Console.In, TimeProvider.System, kind)
        {
            CommandName = Environment.GetEnvironmentVariable("COPPICE_COMMAND") is { Length: > 0 } name ? name : "coppice",
        };
    }

    /// <summary>A line in Spectre's markup; what is interpolated is taken as it stands. Long lines wrap under their own indentation.</summary>
    public void Line(FormattableString text)
    {
        string markup = string.Format(text.Format, [.. text.GetArguments().Select(a => Markup.Escape(string.Format("{0}", a)))]);
        string plain = Markup.Remove(markup);
        if (Kind == ScreenKind.Pipe)
            _output.WriteLine(plain.TrimEnd());
        else if (plain.Length <= Width)
            Console.MarkupLine(markup);
        else
            foreach (string line in TextWrapping.Wrap(plain, Width))
                Console.WriteLine(line);
    }

    public void Blank() => Line($"");

    /// <summary>At most two commands worth trying next.</summary>
    public void Hint(params ReadOnlySpan<string> commands)
    {
        string[] shown = [.. commands[..Math.Min(commands.Length, 2)]];
        for (int i = 0; i < shown.Length; i++)
        {
            if (shown[i].StartsWith("coppice ", StringComparison.Ordinal))
                shown[i] = CommandName + shown[i]["coppice".Length..];
        }

        Blank();
        string together = $"  try: {string.Join("  ·  ", shown)}";
        if (together.Length <= Width)
            Line($"[dim]{together}[/]");
        else
            foreach (string command in shown)
                Line($"[dim]  try: {command}[/]");
    }

    /// <summary>Text on standard output as it stands: CSV, JSON.</summary>
    public void Raw(string text) => _output.WriteLine(text);

    /// <summary>One JSON document on one line.</summary>
    public void Json<T>(T value) => Raw(JsonSerializer.Serialize(value, CoppiceJson.Options));

    /// <summary>A sentence on standard error.</summary>
    public void Complain(string sentence) => _error.WriteLine(sentence);

    public string? Ask(string question)
    {
        Console.Write(new Text(question + " "));
        return _input.ReadLine();
    }
}
