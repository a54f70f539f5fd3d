using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;

namespace Coppice.Cli.Customers;

/// <summary>Who a customer is and what was said about them.</summary>
internal sealed class CustomersCommand : CoppiceCommand
{
    private const string Show = "show";

    private readonly Argument<string> _action = WordChoices.Argument("ACTION", Show, "list");
    private readonly Argument<string?> _key = new("KEY")
    {
        Description = "the customer's key; for list, what keys begin with",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public CustomersCommand()
        : base("customers", "Show a customer with their latest predictions, or list customers.")
    {
        Arguments.Add(_action);
        Arguments.Add(_key);
    }

    public override IReadOnlyList<string> Examples => ["coppice customers show c-17", "coppice customers list c-"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string? key = context.Get(_key);
        bool isShow = context.Get(_action) == Show;
        if (isShow && key is null)
            throw new CommandFailure("Which customer? coppice customers show KEY.", ExitCode.WrongUsage);
        await using ServerConnection connection = await context.ConnectAsync("customers", cancellationToken);
        if (isShow)
            Write(context, await connection.Client.GetCustomerAsync(key!, cancellationToken), CustomersScreen.WriteOne);
        else
            Write(context, await connection.Client.GetCustomersAsync(prefix: key, cancellationToken: cancellationToken), CustomersScreen.WriteList);
        return ExitCode.Done;
    }

    private static void Write<T>(CommandContext context, T answer, Action<Terminal.Screen, T> write)
    {
        if (context.IsJson)
            context.Screen.Json(answer);
        else
            write(context.Screen, answer);
    }
}
