namespace Extractor.Cli.Inputs;

/// <summary>Reports bad inputs as they come up, and says in the end what the whole amounts to.</summary>
sealed class Failures(Terminal terminal)
{
    readonly List<int> _codes = [];

    public void Add(CliException failure)
    {
        terminal.Say(failure.Message);
        _codes.Add(failure.Code);
    }

    /// <param name="done">How many inputs went well.</param>
    public int Code(int done) =>
        _codes.Count == 0 ? ExitCode.Done
        : done > 0 ? ExitCode.Partly
        : _codes[0];
}
