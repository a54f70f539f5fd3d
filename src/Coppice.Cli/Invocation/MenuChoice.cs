namespace Coppice.Cli.Invocation;

/// <summary>A line of the menu and the command lines it stands for.</summary>
internal sealed record MenuChoice(string Key, string Name, string Description, IReadOnlyList<string[]> Commands);
