using Coppice.Cli.Invocation;
using Coppice.Cli.Terminal;

using var interruption = Interruption.Watch();
return await CoppiceCommandLine.RunAsync(args, Screen.OfThisProcess(), interruption.Token);
