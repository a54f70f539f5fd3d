namespace Coppice.Server.Triggers;

/// <summary>One reason to train. Asked again and again, it reads what it is told and nothing else.</summary>
public interface ITrigger
{
    /// <summary>One of <see cref="TriggerNames"/>.</summary>
    string Name { get; }

    TriggerAnswer Ask(TriggerFacts facts);
}
