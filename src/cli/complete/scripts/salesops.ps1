# salesops: completion for PowerShell. In $PROFILE:  salesops completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName salesops -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $env:COMPLETE = 'powershell'
        $env:COMPLETE_WORD = $wordToComplete
        & $words[0] -- @words 2>$null | ForEach-Object {
            $value, $help = $_ -split "`t", 2
            if (-not $help) { $help = $value }
            [System.Management.Automation.CompletionResult]::new($value, "$value  $help", 'ParameterValue', $help)
        }
    } finally {
        Remove-Item Env:COMPLETE, Env:COMPLETE_WORD -ErrorAction SilentlyContinue
        [Console]::OutputEncoding = $encoding
    }
}
